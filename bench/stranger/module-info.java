/** An activation of a third party, to compare its speed with a built-in one of the same operations. */
module com.example.stranger {
    requires org.neuralredshift.api;

    provides org.neuralredshift.api.network.Activation with
            com.example.stranger.StrangersGelu;
}
