#if($kind == "activation" || $kind == "layer")#set($service = "network")#elseif($kind == "backend")#set($service = "compute")#elseif($kind == "dataset")#set($service = "learning")#else#set($service = $kind)#end
#set($type = "${kind.substring(0, 1).toUpperCase()}${kind.substring(1)}")
/** A plugin for Neural Redshift. It sees the API and the JDK; what else it needs lies beside its JAR. */
module ${package} {
    requires org.neuralredshift.api;

    provides org.neuralredshift.api.${service}.${type} with
            ${package}.${className};
}
