// Starts the embedded server that answers searches.
package example.nordwind.search;

import org.apache.catalina.startup.Tomcat;

public final class SearchApi {
  public static void main(String[] args) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setPort(8080);
    tomcat.getConnector();
    tomcat.start();
    tomcat.getServer().await();
  }
}
