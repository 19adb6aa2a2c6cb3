import type { Stack } from '../stack.ts'
import { gnutls } from './gnutls.ts'
import { haproxy } from './haproxy.ts'
import { java } from './java.ts'
import { nginx } from './nginx.ts'
import { node } from './node.ts'
import { nss } from './nss.ts'
import { openssl } from './openssl.ts'
import { stunnel } from './stunnel.ts'

export const stacks: readonly Stack[] = [node, openssl, nginx, haproxy, stunnel, gnutls, nss, java]
