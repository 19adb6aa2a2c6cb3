import { configuration } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'

const priorities: Readonly<Record<string, string>> = {
  'TLS 1.0 and 1.2': 'NONE:+VERS-TLS1.0:+VERS-TLS1.2:+RSA:+AES-128-CBC:+AES-128-GCM:+SHA1:+AEAD',
  'TLS 1.3 only': 'NONE:+VERS-TLS1.3:+AES-256-GCM:+CHACHA20-POLY1305:+AEAD',
}

export const slapd: Stack = {
  name: 'slapd',
  needs: ['slapd'],
  configurations: [
    configuration('TLS 1.0 and 1.2', {
      versions: ['TLSv1.0', 'TLSv1.2'],
      suites: ['TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_AES_128_GCM_SHA256'],
      starttls: 'ldap',
    }),
    configuration('TLS 1.3 only', {
      versions: ['TLSv1.3'],
      suites13: ['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'],
      starttls: 'ldap',
    }),
  ],
  start: (served, place) =>
    Promise.all(
      served.map(async ({ name, port }, index) => {
        const conf = await place.file(
          `slapd${index}.conf`,
          `pidfile ${place.dir}/slapd${index}.pid
TLSCertificateFile ${place.rsa.cert}
TLSCertificateKeyFile ${place.rsa.key}
TLSCACertificateFile ${place.ca}
TLSCipherSuite ${priorities[name]}:+SIGN-ALL:+GROUP-ALL:+CTYPE-ALL:+COMP-NULL
`,
        )
        return startDaemon({
          command: 'slapd',
          args: ['-d', '0', '-f', conf, '-h', `ldap://127.0.0.1:${port}`],
          ports: [port],
        })
      }),
    ),
}
