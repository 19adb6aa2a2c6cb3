import type { Dialect, NotUpgraded, Upgrade } from './dialect.ts'
import { words } from './words.ts'

/** [MS-RDPBCGR] sections 2.2.1.1 and 2.2.1.2: X.224 connection request with a negotiation request in it. */
export const rdp: Dialect = {
  kind: 'rdp',
  ports: [3389],
  upgrade: async (stream) => {
    stream.write(connectionRequest)
    const header = await stream.readExactly(4)
    const length = header.readUInt16BE(2)
    if (header[0] !== 3 || length < 11 || length > maxPacket) return no('not-spoken', header.toString('latin1'))
    const confirm = await stream.readExactly(length - 4)
    if (confirm[1] !== connectionConfirm) return no('not-spoken', `X.224 ${confirm.toString('hex')}`)
    // Without a negotiation response the server knows standard RDP security only.
    if (confirm.length < 15) return no('not-offered', 'no negotiation response')
    const value = confirm.readUInt32LE(11)
    if (confirm[7] === negotiationResponse) {
      return value === 0 ? no('not-offered', 'PROTOCOL_RDP') : { upgraded: true, banner: null }
    }
    if (confirm[7] !== negotiationFailure) return no('not-spoken', confirm.toString('hex'))
    const [reason, text] = failures.get(value) ?? (['refused', `failure ${value}`] as const)
    return no(reason, text)
  },
}

/** TPKT (RFC 1006), X.224 class 0, then RDP_NEG_REQ asking for TLS, CredSSP and its extended form. */
const connectionRequest = Buffer.from('030000130ee00000000000010008000b000000', 'hex')
const connectionConfirm = 0xd0
const negotiationResponse = 2
const negotiationFailure = 3

const failures = new Map<number, readonly [NotUpgraded['reason'], string]>([
  [1, ['refused', 'SSL_REQUIRED_BY_SERVER']],
  [2, ['not-offered', 'SSL_NOT_ALLOWED_BY_SERVER']],
  [3, ['refused', 'SSL_CERT_NOT_ON_SERVER']],
  [4, ['refused', 'INCONSISTENT_FLAGS']],
  [5, ['refused', 'HYBRID_REQUIRED_BY_SERVER']],
  [6, ['refused', 'SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER']],
])

function no(reason: NotUpgraded['reason'], reply: string): Upgrade {
  return { upgraded: false, reason, banner: null, reply: words(reply) }
}

const maxPacket = 4096
