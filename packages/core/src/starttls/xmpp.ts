import type { ByteStream } from '../net/byte-stream.ts'
import type { Dialect, DialectPeer, NotUpgraded, Upgrade } from './dialect.ts'
import { words } from './words.ts'

/** RFC 6120 sections 4 and 5, as a client. */
export const xmpp: Dialect = {
  kind: 'xmpp',
  ports: [5222],
  upgrade: (stream, peer) => upgradeXmpp(stream, peer, 'jabber:client'),
}

/** The same exchange serves servers among themselves, under another namespace. */
export async function upgradeXmpp(stream: ByteStream, peer: DialectPeer, namespace: string): Promise<Upgrade> {
  const to = peer.host.replace(/[<>&'"]/g, '')
  stream.write(
    `<?xml version='1.0'?><stream:stream to='${to}' xmlns='${namespace}' ` +
      `xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>`,
  )
  const features = await readUntil(stream, ['features', 'error'])
  if (!features) return no('not-spoken', '')
  if (features.name === 'error') return no(denial(features.text), features.text)
  if (!/<([\w.-]+:)?starttls[\s/>]/.test(features.text)) return no('not-offered', features.text)
  stream.write(`<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`)
  const permission = await readUntil(stream, ['proceed', 'failure', 'error'])
  if (!permission) return no('not-spoken', '')
  if (permission.name === 'proceed') return { upgraded: true, banner: null }
  return no(denial(permission.text), permission.text)
}

interface Element {
  readonly name: string
  readonly text: string
}

/** Reads tag by tag up to the end of the first element that bears one of `names`; null where it is no XML. */
async function readUntil(stream: ByteStream, names: readonly string[]): Promise<Element | null> {
  let open: string | null = null
  let text = ''
  for (let count = 0; count < maxTags; count += 1) {
    const tag = await readTag(stream)
    if (tag === null) return null
    const [, closing, name = '', empty] = /<(\/?)(?:[\w.-]+:)?([\w.-]+)[^>]*?(\/?)>$/s.exec(tag) ?? []
    if (open === null && closing === '' && names.includes(name)) open = name
    if (open !== null) text += tag
    if (open !== null && open === name && (closing === '/' || empty === '/')) return { name: open, text }
    if (closing === '/' && name === 'stream') return null
  }
  return null
}

async function readTag(stream: ByteStream): Promise<string | null> {
  const bytes: number[] = []
  let inside = false
  while (bytes.length < maxTag) {
    const byte = (await stream.readExactly(1))[0] as number
    bytes.push(byte)
    inside ||= byte === lessThan
    if (byte === greaterThan) return inside ? Buffer.from(bytes).toString('latin1') : null
  }
  return null
}

/** Conditions of RFC 6120 section 4.9.3 that speak of the moment. */
function denial(text: string): NotUpgraded['reason'] {
  return /<(connection-timeout|resource-constraint|system-shutdown|remote-connection-failed|reset|internal-server-error)[\s/>]/.test(
    text,
  )
    ? 'throttled'
    : 'refused'
}

function no(reason: NotUpgraded['reason'], reply: string): Upgrade {
  return { upgraded: false, reason, banner: null, reply: words(reply) }
}

const lessThan = 0x3c
const greaterThan = 0x3e
const maxTag = 8192
const maxTags = 200
