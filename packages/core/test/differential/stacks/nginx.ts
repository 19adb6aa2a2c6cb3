import { common, configuration, modern, staticOnly } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Served, Stack } from '../stack.ts'
import { opensslList, opensslVersion, permissiveOpenssl } from '../stack.ts'

export const nginx: Stack = {
  name: 'nginx',
  needs: ['nginx', 'openssl'],
  configurations: [
    ...common,
    configuration('a hole at TLS 1.1', { versions: ['TLSv1.0', 'TLSv1.2'], suites: staticOnly, preference: 'SERVER' }),
    configuration('client order', { suites: modern, preference: 'CLIENT' }),
  ],
  start: async (served, place) => {
    const server = ({ port, versions, suites, suites13, preference }: Served) => `server {
      listen 127.0.0.1:${port} ssl;
      ssl_certificate ${place.rsa.cert}; ssl_certificate_key ${place.rsa.key};
      ssl_certificate ${place.ec.cert}; ssl_certificate_key ${place.ec.key};
      ssl_dhparam ${place.dh};
      ssl_protocols ${versions.map((version) => opensslVersion[version]).join(' ')};
      ssl_ciphers ${opensslList(suites)};
      ssl_conf_command Ciphersuites ${suites13.join(':')};
      ssl_prefer_server_ciphers ${preference === 'SERVER' ? 'on' : 'off'};
    }`
    const conf = await place.file(
      'nginx.conf',
      `daemon off; pid ${place.dir}/nginx.pid; error_log stderr; worker_processes 1;
      events { worker_connections 512; }
      http { access_log off; ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((each) => `${each}_temp_path ${place.dir}/${each};`).join(' ')}
      ${served.map(server).join('\n')} }`,
    )
    const args = ['-c', conf, '-p', place.dir, '-e', 'stderr']
    return [
      await startDaemon({
        command: 'nginx',
        args,
        ports: served.map(({ port }) => port),
        env: await permissiveOpenssl(place),
      }),
    ]
  },
}
