package org.neuralredshift.backends.cuda.driver;

import java.util.List;

/** What of CUDA there is on a machine. */
public sealed interface Installation {
    /** What was looked for and found, line by line. */
    List<String> findings();

    /**
     * A card that can be used.
     *
     * @param driver of the card
     * @param compiler for it
     * @param device the card
     * @param architecture what the compiler is to make code for
     * @param findings what was looked for and found
     */
    record Present(Driver driver, Compiler compiler, Device device, String architecture, List<String> findings)
            implements Installation {
        public Present {
            findings = List.copyOf(findings);
        }

        /** For people: the card, the driver, the compiler. */
        public String summary() {
            return device + "; driver for CUDA " + Discovery.version(driver.version()) + ", " + compiler.version();
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
