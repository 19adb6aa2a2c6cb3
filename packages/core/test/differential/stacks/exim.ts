import { configuration } from '../configuration.ts'
import { findProgram, startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'

const priorities: Readonly<Record<string, string>> = {
  'TLS 1.0 and 1.1': 'NONE:+VERS-TLS1.0:+VERS-TLS1.1:+RSA:+AES-256-CBC:+SHA1',
  'TLS 1.2 and 1.3': 'NONE:+VERS-TLS1.2:+VERS-TLS1.3:+ECDHE-RSA:+AES-128-GCM:+AES-256-GCM:+AEAD',
}

export const exim: Stack = {
  name: 'exim',
  needs: ['exim4'],
  root: true,
  configurations: [
    configuration('TLS 1.0 and 1.1', {
      versions: ['TLSv1.0', 'TLSv1.1'],
      suites: ['TLS_RSA_WITH_AES_256_CBC_SHA'],
      starttls: 'smtp',
    }),
    configuration('TLS 1.2 and 1.3', {
      suites: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'],
      suites13: ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384'],
      starttls: 'smtp',
    }),
  ],
  start: (served, place) =>
    Promise.all(
      served.map(async ({ name, port }, index) => {
        const spool = await place.folder(`spool${index}`)
        const conf = await place.file(
          `exim${index}.conf`,
          `primary_hostname = server.example
daemon_smtp_ports = ${port}
local_interfaces = 127.0.0.1
spool_directory = ${spool}
log_file_path = ${spool}/%slog
pid_file_path = ${spool}/pid
smtp_accept_max = 0
rfc1413_query_timeout = 0s
host_lookup =
tls_advertise_hosts = *
tls_certificate = ${place.rsa.cert}
tls_privatekey = ${place.rsa.key}
tls_require_ciphers = ${priorities[name]}:+SIGN-ALL:+GROUP-ALL:+CTYPE-ALL:+COMP-NULL
keep_environment =
`,
        )
        return startDaemon({ command: findProgram('exim4') ?? 'exim4', args: ['-bdf', '-C', conf], ports: [port] })
      }),
    ),
}
