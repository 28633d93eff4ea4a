package org.neuralredshift.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Answers one JSON object per line of standard input with one line of output, until the input ends. */
public final class Server {

    /** What a program does for one request. */
    @FunctionalInterface
    public interface Answer {

        /** The JSON object that answers; what it throws is reported as {@code error}, and the next request follows. */
        String to(Request request) throws Exception;
    }

    private Server() {}

    /** Serves. */
    public static void serve(Answer answer) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                System.out.println(answered(answer, new Request(line)));
            }
        }
    }

    private static String answered(Answer answer, Request request) {
        try {
            return answer.to(request);
        } catch (Exception e) {
            String message = e.toString().replaceAll("[\\p{Cntrl}\"\\\\]", " ");
            return "{\"error\": \"" + message + "\"}";
        }
    }
}
