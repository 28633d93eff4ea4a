package org.neuralredshift.backends.cuda.driver;

import java.util.List;

/** What of CUDA there is on a machine. */
public sealed interface Installation {
    /** What was looked for and found, line by line. */
    List<String> findings();

    /**
     * Cards that can be used.
     *
     * @param driver of the cards
     * @param compiler for them
     * @param devices the cards, one at least, all of one kind
     * @param architecture what the compiler is to make code for
     * @param findings what was looked for and found
     */
    record Present(Driver driver, Compiler compiler, List<Device> devices, String architecture, List<String> findings)
            implements Installation {
        public Present {
            devices = List.copyOf(devices);
            findings = List.copyOf(findings);
        }

        /** For people: the cards, the driver, the compiler. */
        public String summary() {
            String count = devices.size() == 1 ? "" : devices.size() + " cards, each ";
            return count + devices.getFirst() + "; driver for CUDA " + Discovery.version(driver.version()) + ", "
                    + compiler.version();
        }
    }

    /**
     * None.
     *
     * @param reason what is missing, and what to do
     * @param findings what was looked for and found
     */
    record Missing(String reason, List<String> findings) implements Installation {
        public Missing {
            findings = List.copyOf(findings);
        }
    }
}
