import { configuration, modern, staticOnly } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'
import { opensslList, permissiveOpenssl } from '../stack.ts'

export const prosody: Stack = {
  name: 'Prosody',
  needs: ['prosody', 'openssl'],
  root: true,
  configurations: [
    configuration('clients', {
      versions: ['TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
      suites: [...modern, ...staticOnly],
      starttls: 'xmpp',
    }),
    configuration('servers', {
      versions: ['TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
      suites: [...modern, ...staticOnly],
      starttls: 'xmpp-server',
    }),
  ],
  start: async (served, place) => {
    const port = (kind: string) => served.find(({ starttls }) => starttls === kind)?.port
    const conf = await place.file(
      'prosody.cfg.lua',
      `run_as_root = true
pidfile = "${place.dir}/prosody.pid"
data_path = "${place.dir}"
log = "*console"
interfaces = { "127.0.0.1" }
modules_enabled = { "tls"; "saslauth"; "s2s"; "c2s"; "dialback" }
c2s_ports = { ${port('xmpp')} }
s2s_ports = { ${port('xmpp-server')} }
ssl = {
  certificate = "${place.rsa.cert}"; key = "${place.rsa.key}"; protocol = "tlsv1_1+";
  ciphers = "${opensslList(served[0]?.suites ?? [])}";
}
VirtualHost "server.example"
`,
    )
    const args = ['-F', '--config', conf]
    return [
      await startDaemon({
        command: 'prosody',
        args,
        ports: served.map((each) => each.port),
        env: await permissiveOpenssl(place),
      }),
    ]
  },
}
