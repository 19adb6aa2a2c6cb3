import { configuration, modern, staticOnly, wide } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Served, Stack } from '../stack.ts'
import { opensslList, opensslVersion, run } from '../stack.ts'

export const postfix: Stack = {
  name: 'postfix',
  needs: ['postfix', 'openssl'],
  root: true,
  configurations: [
    configuration('TLS 1.0 only', {
      versions: ['TLSv1.0'],
      suites: staticOnly,
      preference: 'SERVER',
      starttls: 'smtp',
    }),
    configuration('TLS 1.0 to 1.2', {
      versions: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
      suites: wide,
      preference: 'SERVER',
      starttls: 'smtp',
    }),
    configuration('TLS 1.2 and 1.3 for submission', { suites: modern, preference: 'SERVER', starttls: 'submission' }),
  ],
  start: async (served, place) => {
    const list = (name: string) => `list${served.findIndex((each) => each.name === name)}`
    const service = ({ name, port, versions }: Served) => `127.0.0.1:${port} inet n - n - - smtpd
  -o { smtpd_tls_protocols = >=${opensslVersion[versions[0] as 'TLSv1.2']}, <=${opensslVersion[versions.at(-1) as 'TLSv1.2']} }
  -o { tls_high_cipherlist = $${list(name)} }`
    await place.file(
      'main.cf',
      `compatibility_level = 3.6
queue_directory = ${place.dir}/spool
data_directory = ${place.dir}/data
maillog_file = ${place.dir}/mail.log
maillog_file_prefixes = ${place.dir}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = server.example
smtpd_tls_security_level = may
smtpd_tls_chain_files = ${place.rsa.key}, ${place.rsa.cert}, ${place.ec.key}, ${place.ec.cert}
smtpd_tls_dh1024_param_file = ${place.dh}
smtpd_tls_ciphers = high
smtpd_tls_exclude_ciphers =
smtpd_client_connection_count_limit = 0
tls_preempt_cipherlist = yes
default_process_limit = 50
local_recipient_maps =
alias_maps =
${served.map(({ name, suites }) => `${list(name)} = ${opensslList(suites)}`).join('\n')}
`,
    )
    await place.file(
      'master.cf',
      `${served.map(service).join('\n')}
cleanup unix n - n - 0 cleanup
rewrite unix - - n - - trivial-rewrite
anvil unix - - n - 1 anvil
proxymap unix - - n - - proxymap
tlsmgr unix - - n 1000? 1 tlsmgr
postlog unix-dgram n - n - 1 postlogd
`,
    )
    await place.file('spool/pid/empty', '')
    await place.folder('data')
    run('postfix', ['-c', place.dir, 'check'])
    // Started by the script, the master would lead a session of its own and outlive the test.
    const args = ['-c', place.dir, '-d']
    return [await startDaemon({ command: '/usr/lib/postfix/sbin/master', args, ports: served.map(({ port }) => port) })]
  },
}
