import type { Stack } from '../stack.ts'
import { apache } from './apache.ts'
import { botan } from './botan.ts'
import { dovecot } from './dovecot.ts'
import { exim } from './exim.ts'
import { gnutls } from './gnutls.ts'
import { haproxy } from './haproxy.ts'
import { hitch } from './hitch.ts'
import { inn } from './inn.ts'
import { inspircd } from './inspircd.ts'
import { java } from './java.ts'
import { lighttpd } from './lighttpd.ts'
import { mariadb } from './mariadb.ts'
import { nginx } from './nginx.ts'
import { node } from './node.ts'
import { nss } from './nss.ts'
import { oldNodes } from './old-node.ts'
import { openssl } from './openssl.ts'
import { postfix } from './postfix.ts'
import { postgres } from './postgres.ts'
import { prosody } from './prosody.ts'
import { slapd } from './slapd.ts'
import { stunnel } from './stunnel.ts'
import { vsftpd } from './vsftpd.ts'
import { xrdp } from './xrdp.ts'

/** Every stack, in the order in which they are compared. */
export const stacks: readonly Stack[] = [
  node,
  openssl,
  nginx,
  apache,
  lighttpd,
  haproxy,
  hitch,
  stunnel,
  gnutls,
  nss,
  java,
  botan,
  postfix,
  exim,
  dovecot,
  slapd,
  postgres,
  mariadb,
  vsftpd,
  prosody,
  inspircd,
  xrdp,
  inn,
  ...oldNodes,
]
