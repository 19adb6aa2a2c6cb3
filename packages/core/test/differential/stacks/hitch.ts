import { common } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'
import { opensslList, opensslVersion, permissiveOpenssl } from '../stack.ts'

export const hitch: Stack = {
  name: 'hitch',
  needs: ['hitch', 'openssl'],
  root: true,
  configurations: common.map((each) => ({
    ...each,
    suites: each.suites.filter((name) => !/_ECDSA_|_DHE_/.test(name)),
  })),
  start: async (served, place) => {
    const env = await permissiveOpenssl(place)
    return Promise.all(
      served.map(async ({ port, versions, suites, suites13 }) => {
        const conf = await place.file(
          `hitch${port}.conf`,
          `frontend = { host = "127.0.0.1" port = "${port}" }
backend = "[127.0.0.1]:9"
workers = 1
daemon = off
user = "nobody"
group = "nogroup"
pem-file = "${place.rsa.both}"
tls-protos = ${versions.map((version) => opensslVersion[version].replace(/v1$/, 'v1.0')).join(' ')}
ciphers = "${opensslList(suites)}"
ciphersuites = "${suites13.join(':')}"
prefer-server-ciphers = on
`,
        )
        return startDaemon({ command: 'hitch', args: [`--config=${conf}`], ports: [port], env })
      }),
    )
  },
}
