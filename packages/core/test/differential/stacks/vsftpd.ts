import { configuration, modern, staticOnly } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'
import { opensslList, permissiveOpenssl } from '../stack.ts'

export const vsftpd: Stack = {
  name: 'vsftpd',
  needs: ['vsftpd', 'openssl'],
  root: true,
  configurations: [
    configuration('every version', {
      versions: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
      suites: [...modern, ...staticOnly],
      starttls: 'ftp',
    }),
  ],
  start: async (served, place) => {
    const env = await permissiveOpenssl(place)
    await place.file('empty/none', '')
    return Promise.all(
      served.map(async ({ port, suites }) => {
        const conf = await place.file(
          `vsftpd${port}.conf`,
          `listen=YES
listen_address=127.0.0.1
listen_port=${port}
background=NO
anonymous_enable=YES
secure_chroot_dir=${place.dir}/empty
ssl_enable=YES
ssl_tlsv1=YES
rsa_cert_file=${place.rsa.cert}
rsa_private_key_file=${place.rsa.key}
ssl_ciphers=${opensslList(suites)}
isolate=NO
isolate_network=NO
seccomp_sandbox=NO
`,
        )
        return startDaemon({ command: 'vsftpd', args: [conf], ports: [port], env })
      }),
    )
  },
}
