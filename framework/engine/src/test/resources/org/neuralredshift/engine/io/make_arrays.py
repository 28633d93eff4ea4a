"""Writes the .npy files beside it. NumPy decides their bytes, so the reader is tested against NumPy itself."""
import numpy as np

a = np.array([[1.5, -2.0, 0.25], [3.0, 4.0, -0.125]])
np.save("float32.npy", a.astype("<f4"))
np.save("float64-fortran.npy", np.asfortranarray(a))
np.save("int16.npy", np.array([[-1, 300], [2, 32767]], "<i2"))
np.save("uint64.npy", np.array([2**63 + 2**40, 5], "<u8"))
np.save("bool.npy", np.array([[True, False], [False, True]]))
np.save("big-endian.npy", a.astype(">f8"))
np.save("float16.npy", a.astype("<f2"))
np.save("complex.npy", a.astype("<c16"))
np.save("three-dimensional.npy", np.zeros((2, 3, 3), "<f4"))
np.save("scalar.npy", np.float32(3))
np.save("empty.npy", np.zeros((0, 3), "<f4"))
np.save("objects.npy", np.array([[1, None]], dtype=object), allow_pickle=True)
np.save("fields.npy", np.zeros(3, [("x", "<f4"), ("y", "<f4")]))
for version in ((2, 0), (3, 0)):
    with open(f"version{version[0]}.npy", "wb") as f:
        np.lib.format.write_array(f, a.astype("<f4"), version=version)
with open("truncated.npy", "wb") as f:
    f.write(open("float32.npy", "rb").read()[:-5])
with open("header-only.npy", "wb") as f:
    f.write(open("float32.npy", "rb").read()[:40])
with open("doubled.npy", "wb") as f:
    f.write(open("float32.npy", "rb").read() * 2)
np.savez("archive.npz", a=a)
with open("renamed-archive.npy", "wb") as f:
    f.write(open("archive.npz", "rb").read())
b = a.copy()
b[1, 0] = np.nan
np.save("nan.npy", b)
np.save("too-large.npy", a * 1e300)
