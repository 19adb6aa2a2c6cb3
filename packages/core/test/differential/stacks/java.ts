import { configuration, modern, staticOnly } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'
import { run } from '../stack.ts'

/** Arguments: key store, then port, protocols, suites and order of each server. */
const source = `
import java.io.*; import java.net.*; import java.security.*; import javax.net.ssl.*;
public class Server {
  public static void main(String[] args) throws Exception {
    Security.setProperty("jdk.tls.disabledAlgorithms", "");
    Security.setProperty("jdk.certpath.disabledAlgorithms", "");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(args[0])) { store.load(in, "secret".toCharArray()); }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, "secret".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    for (int i = 1; i < args.length; i += 4) {
      SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory()
        .createServerSocket(Integer.parseInt(args[i]), 200, InetAddress.getByName("127.0.0.1"));
      server.setEnabledProtocols(args[i + 1].split(","));
      server.setEnabledCipherSuites(args[i + 2].split(","));
      SSLParameters parameters = server.getSSLParameters();
      parameters.setUseCipherSuitesOrder(args[i + 3].equals("SERVER"));
      server.setSSLParameters(parameters);
      new Thread(() -> {
        while (true) {
          try {
            SSLSocket socket = (SSLSocket) server.accept();
            new Thread(() -> { try (socket) { socket.setSoTimeout(5000); socket.startHandshake(); } catch (IOException e) { } }).start();
          } catch (IOException e) { return; }
        }
      }).start();
    }
  }
}
`

export const java: Stack = {
  name: 'Java',
  needs: ['java', 'openssl'],
  configurations: [
    configuration('SSL 3.0 only', { versions: ['SSLv3'], suites: staticOnly, preference: 'SERVER' }),
    configuration('TLS 1.0 only', { versions: ['TLSv1.0'], suites: staticOnly, preference: 'SERVER' }),
    configuration('a hole at TLS 1.1', {
      versions: ['TLSv1.0', 'TLSv1.2'],
      suites: [
        'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
        'TLS_RSA_WITH_AES_128_GCM_SHA256',
        'TLS_DHE_RSA_WITH_AES_256_CBC_SHA',
      ],
      preference: 'SERVER',
    }),
    configuration('TLS 1.2 and 1.3', { suites: modern, preference: 'SERVER' }),
    configuration('TLS 1.2 in client order', {
      versions: ['TLSv1.2'],
      suites: [...modern, ...staticOnly],
      preference: 'CLIENT',
    }),
    configuration('TLS 1.3 only', { versions: ['TLSv1.3'], preference: 'SERVER' }),
  ],
  start: async (served, place) => {
    const store = `${place.dir}/java.p12`
    run('openssl', [
      'pkcs12',
      '-export',
      '-in',
      place.rsa.cert,
      '-inkey',
      place.rsa.key,
      '-name',
      'server',
      '-passout',
      'pass:secret',
      '-out',
      store,
    ])
    const servers = served.flatMap(({ port, versions, suites, suites13, preference }) => [
      String(port),
      versions.map((version) => (version === 'TLSv1.0' ? 'TLSv1' : version)).join(','),
      [...(versions.includes('TLSv1.3') ? suites13 : []), ...(versions[0] === 'TLSv1.3' ? [] : suites)]
        .map(javaName)
        .join(','),
      String(preference),
    ])
    const args = [await place.file('Server.java', source), store, ...servers]
    return [await startDaemon({ command: 'java', args: ['-Xmx128m', ...args], ports: served.map(({ port }) => port) })]
  },
}

/** Java kept the names of SSL 3.0 for the suites that it had then. */
const javaName = (name: string) =>
  /^TLS_(RSA|DHE_RSA)_WITH_(RC4|3DES|DES|NULL)/.test(name) ? name.replace('TLS_', 'SSL_') : name
