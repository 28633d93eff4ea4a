// Natural logarithm of 0 < x < 0.5 with the bits of fdlibm's: x = 2^k (1 + f), log(1 + f) by s = f / (2 + f).
__device__ __noinline__ double exact_log(double x)
{
    const long long bits = __double_as_longlong(x);
    const int high = (int) (bits >> 32);
    const int fraction = high & 0x000fffff;
    const int carry = (fraction + 0x95f64) & 0x100000;
    const double k = (double) ((high >> 20) - 1023 + (carry >> 20));
    const int exponent = carry ^ 0x3ff00000;
    const long long scaled = ((long long) (fraction | exponent) << 32) | (bits & 0xffffffffll);
    const double f = __longlong_as_double(scaled) - 1.0;
    const double kHigh = k * 6.93147180369123816490e-01;
    const double kLow = k * 1.90821492927058770002e-10;
    if ((0x000fffff & (2 + fraction)) < 3) {
        if (f == 0.0) return kHigh + kLow;
        const double r = f * f * (0.5 - 0.33333333333333333 * f);
        return kHigh - ((r - kLow) - f);
    }
    const double s = f / (2.0 + f);
    const double z = s * s;
    const double w = z * z;
    const double even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
    const double odd = z * (6.666666666666735130e-01 + w * (2.857142874366239149e-01
        + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
    const double r = odd + even;
    if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
        const double half = 0.5 * f * f;
        return kHigh - ((half - (s * (half + r) + kLow)) - f);
    }
    return kHigh - ((s * (f - r) - kLow) - f);
}

// Quantile of the standard normal distribution (Wichura, AS 241), 0 < p < 1.
__device__ __noinline__ double normal_quantile(double p)
{
    const double q = p - 0.5;
    if (fabs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        const double above = ((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r
            + 6.7265770927008700853e4) * r + 4.5921953931549871457e4) * r + 1.3731693765509461125e4) * r
            + 1.9715909503065514427e3) * r + 1.3314166789178437745e2) * r + 3.3871328727963666080e0;
        const double below = ((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r
            + 3.9307895800092710610e4) * r + 2.1213794301586595867e4) * r + 5.3941960214247511077e3) * r
            + 6.8718700749205790830e2) * r + 4.2313330701600911252e1) * r + 1.0;
        return q * above / below;
    }
    const double r = sqrt(-exact_log(p < 0.5 ? p : 1.0 - p));
    double above, below;
    if (r <= 5.0) {
        const double x = r - 1.6;
        above = ((((((7.74545014278341407640e-4 * x + 2.27238449892691845833e-2) * x
            + 2.41780725177450611770e-1) * x + 1.27045825245236838258e0) * x + 3.64784832476320460504e0) * x
            + 5.76949722146069140550e0) * x + 4.63033784615654529590e0) * x + 1.42343711074968357734e0;
        below = ((((((1.05075007164441684324e-9 * x + 5.47593808499534494600e-4) * x
            + 1.51986665636164571966e-2) * x + 1.48103976427480074590e-1) * x + 6.89767334985100004550e-1) * x
            + 1.67638483018380384940e0) * x + 2.05319162663775882187e0) * x + 1.0;
    } else {
        const double x = r - 5.0;
        above = ((((((2.01033439929228813265e-7 * x + 2.71155556874348757815e-5) * x
            + 1.24266094738807843860e-3) * x + 2.65321895265761230930e-2) * x + 2.96560571828504891230e-1) * x
            + 1.78482653991729133580e0) * x + 5.46378491116411436990e0) * x + 6.65790464350110377720e0;
        below = ((((((2.04426310338993978564e-15 * x + 1.42151175831644588870e-7) * x
            + 1.84631831751005468180e-5) * x + 7.86869131145613259100e-4) * x + 1.48753612908506148525e-2) * x
            + 1.36929880922735805310e-1) * x + 5.99832206555887937690e-1) * x + 1.0;
    }
    return q < 0.0 ? -(above / below) : above / below;
}
