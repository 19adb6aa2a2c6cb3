import { common } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Served, Stack } from '../stack.ts'
import { opensslList, opensslVersion, permissiveOpenssl } from '../stack.ts'

export const stunnel: Stack = {
  name: 'stunnel',
  needs: ['stunnel4', 'openssl'],
  // One certificate a service: what only the other key could serve is left out.
  configurations: common.map((each) => ({ ...each, suites: each.suites.filter((name) => !name.includes('_ECDSA_')) })),
  start: async (served, place) => {
    const service = ({ port, versions, suites, suites13 }: Served) => `[p${port}]
accept = 127.0.0.1:${port}
connect = 127.0.0.1:9
cert = ${place.rsa.cert}
key = ${place.rsa.key}
sslVersionMin = ${opensslVersion[versions[0] as 'TLSv1.2']}
sslVersionMax = ${opensslVersion[versions.at(-1) as 'TLSv1.2']}
ciphers = ${opensslList(suites)}
ciphersuites = ${suites13.join(':')}
options = CIPHER_SERVER_PREFERENCE
securityLevel = 0
`
    const conf = await place.file(
      'stunnel.conf',
      `foreground = yes\npid =\nsyslog = no\n${served.map(service).join('\n')}`,
    )
    return [
      await startDaemon({
        command: 'stunnel4',
        args: [conf],
        ports: served.map(({ port }) => port),
        env: await permissiveOpenssl(place),
      }),
    ]
  },
}
