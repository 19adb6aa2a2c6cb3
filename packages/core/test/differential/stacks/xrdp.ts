import { configuration, modern, staticOnly } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'
import { opensslList, permissiveOpenssl } from '../stack.ts'

export const xrdp: Stack = {
  name: 'xrdp',
  needs: ['xrdp', 'openssl'],
  root: true,
  configurations: [
    configuration('a hole at TLS 1.1', {
      versions: ['TLSv1.0', 'TLSv1.2', 'TLSv1.3'],
      suites: [...modern, ...staticOnly],
      starttls: 'rdp',
    }),
  ],
  start: async (served, place) => {
    const env = await permissiveOpenssl(place)
    return Promise.all(
      served.map(async ({ port, versions, suites }) => {
        const conf = await place.file(
          'xrdp.ini',
          `[Globals]
ini_version=1
fork=true
port=tcp://127.0.0.1:${port}
security_layer=negotiate
crypt_level=high
certificate=${place.rsa.cert}
key_file=${place.rsa.key}
ssl_protocols=${versions.map((version) => version.replace('v1.0', 'v1')).join(', ')}
tls_ciphers=${opensslList(suites)}
[Logging]
LogFile=${place.dir}/xrdp.log
LogLevel=INFO
EnableSyslog=false
[Xorg]
name=Xorg
lib=libxup.so
ip=127.0.0.1
port=-1
`,
        )
        return startDaemon({ command: 'xrdp', args: ['--nodaemon', '--config', conf], ports: [port], env })
      }),
    )
  },
}
