package org.neuralredshift.tasks.learning.data;

/** Where images of digits come from: two collections, one to train on and one for tests, with no image in both. */
interface DigitSource {
    /** Width and height of an image, in pixels. */
    int SIZE = 28;

    /** Which collection. */
    enum Collection {
        /** To train on. */
        TRAIN,
        /** To judge by: other fonts, or other writers. */
        TEST
    }

    /** How many different images of each digit there are at least. */
    int available(Collection collection);

    /**
     * One image.
     *
     * @param digit 0 to 9
     * @param number 0 to {@link #available} - 1; another number is another image
     * @param image receives [28, 28] from 0 (paper) to 1 (ink)
     */
    void image(Collection collection, int digit, int number, float[] image);

    /** What the images are, for the reader of a result. */
    String note();
}
