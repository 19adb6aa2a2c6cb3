import { common, configuration, modern } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Served, Stack } from '../stack.ts'
import { opensslList, opensslVersion, permissiveOpenssl } from '../stack.ts'

export const apache: Stack = {
  name: 'Apache',
  needs: ['apache2', 'openssl'],
  root: true,
  configurations: [...common, configuration('client order', { suites: modern, preference: 'CLIENT' })],
  start: async (served, place) => {
    const host = ({ port, versions, suites, suites13, preference }: Served) => `Listen 127.0.0.1:${port}
<VirtualHost 127.0.0.1:${port}>
  ServerName server.example
  SSLEngine on
  SSLCertificateFile ${place.rsa.cert}
  SSLCertificateKeyFile ${place.rsa.key}
  SSLCertificateFile ${place.ec.cert}
  SSLCertificateKeyFile ${place.ec.key}
  SSLOpenSSLConfCmd DHParameters ${place.dh}
  SSLProtocol -all ${versions.map((version) => `+${opensslVersion[version]}`).join(' ')}
  SSLCipherSuite ${opensslList(suites)}
  SSLCipherSuite TLSv1.3 ${suites13.join(':')}
  SSLHonorCipherOrder ${preference === 'SERVER' ? 'on' : 'off'}
</VirtualHost>`
    const module = (name: string) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`
    const conf = await place.file(
      'apache.conf',
      `ServerRoot ${place.dir}
ServerName server.example
PidFile ${place.dir}/apache.pid
DefaultRuntimeDir ${place.dir}
ErrorLog ${place.dir}/apache.log
User nobody
Group nogroup
${['mpm_event', 'authz_core', 'socache_shmcb', 'ssl'].map(module).join('\n')}
${served.map(host).join('\n')}
`,
    )
    const args = ['-f', conf, '-DFOREGROUND']
    return [
      await startDaemon({
        command: 'apache2',
        args,
        ports: served.map(({ port }) => port),
        env: await permissiveOpenssl(place),
      }),
    ]
  },
}
