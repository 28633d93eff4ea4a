package org.neuralredshift.tasks.learning.data;

/** Digits that the program draws: those for tests from other fonts than those to train on. Not thread-safe. */
final class DrawnDigits implements DigitSource {
    private static final int MOST = Integer.MAX_VALUE / 10;

    private final DigitArtist train;
    private final DigitArtist test;

    /** @param studySeed chooses how each is drawn */
    DrawnDigits(long studySeed) {
        train = new DigitArtist(DigitFont.train(), studySeed, 0);
        test = new DigitArtist(DigitFont.test(), studySeed, 1);
    }

    @Override
    public int available(Collection collection) {
        return MOST;
    }

    @Override
    public void image(Collection collection, int digit, int number, float[] image) {
        DigitArtist artist = collection == Collection.TRAIN ? train : test;
        artist.draw(digit, 10 * number + digit, image);
    }

    @Override
    public String note() {
        return "digits drawn by the program from 8 fonts to train on and 5 other fonts to test on";
    }
}
