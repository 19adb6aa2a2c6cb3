import { configuration } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'

/** GnuTLS names a suite by its parts: every combination that makes a suite is offered. */
const priorities: Readonly<Record<string, string>> = {
  'TLS 1.0 only': 'NONE:+VERS-TLS1.0:+ECDHE-RSA:+RSA:+AES-128-CBC:+SHA1',
  'TLS 1.0 to 1.2': 'NONE:+VERS-TLS1.0:+VERS-TLS1.1:+VERS-TLS1.2:+RSA:+DHE-RSA:+AES-256-CBC:+AES-128-GCM:+SHA1:+AEAD',
  'TLS 1.2 with ECDSA': 'NONE:+VERS-TLS1.2:+ECDHE-ECDSA:+CHACHA20-POLY1305:+AES-256-CCM-8:+AEAD',
  'TLS 1.3 only': 'NONE:+VERS-TLS1.3:+AES-128-GCM:+AES-256-GCM:+AEAD',
  'TLS 1.2 and 1.3': 'NONE:+VERS-TLS1.3:+VERS-TLS1.2:+ECDHE-RSA:+AES-256-GCM:+AES-128-CCM:+AEAD',
  'anonymous and 3DES': 'NONE:+VERS-TLS1.2:+ANON-DH:+ANON-ECDH:+RSA:+3DES-CBC:+AES-128-CBC:+SHA1',
}

export const gnutls: Stack = {
  name: 'gnutls-serv',
  needs: ['gnutls-serv'],
  configurations: [
    configuration('TLS 1.0 only', {
      versions: ['TLSv1.0'],
      suites: ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_AES_128_CBC_SHA'],
    }),
    configuration('TLS 1.0 to 1.2', {
      versions: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
      suites: [
        'TLS_RSA_WITH_AES_256_CBC_SHA',
        'TLS_RSA_WITH_AES_128_GCM_SHA256',
        'TLS_DHE_RSA_WITH_AES_256_CBC_SHA',
        'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256',
      ],
    }),
    configuration('TLS 1.2 with ECDSA', {
      versions: ['TLSv1.2'],
      suites: ['TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8'],
    }),
    configuration('TLS 1.3 only', {
      versions: ['TLSv1.3'],
      suites13: ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384'],
    }),
    configuration('TLS 1.2 and 1.3', {
      suites: ['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'],
      suites13: ['TLS_AES_256_GCM_SHA384', 'TLS_AES_128_CCM_SHA256'],
    }),
    configuration('anonymous and 3DES', {
      versions: ['TLSv1.2'],
      suites: [
        'TLS_DH_anon_WITH_3DES_EDE_CBC_SHA',
        'TLS_DH_anon_WITH_AES_128_CBC_SHA',
        'TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA',
        'TLS_ECDH_anon_WITH_AES_128_CBC_SHA',
        'TLS_RSA_WITH_3DES_EDE_CBC_SHA',
        'TLS_RSA_WITH_AES_128_CBC_SHA',
      ],
    }),
  ],
  start: (served, place) =>
    Promise.all(
      served.map(({ port, name }) =>
        startDaemon({
          command: 'gnutls-serv',
          args: [
            ...['--port', String(port), '--http', '--quiet', '--nocookie', '--dhparams', place.dh],
            ...['--x509certfile', place.rsa.cert, '--x509keyfile', place.rsa.key],
            ...['--x509certfile', place.ec.cert, '--x509keyfile', place.ec.key],
            ...['--priority', `${priorities[name]}:+SIGN-ALL:+GROUP-ALL:+CTYPE-ALL:+COMP-NULL`],
          ],
          ports: [port],
        }),
      ),
    ),
}
