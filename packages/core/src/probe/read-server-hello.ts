import { StreamEnd } from '../net/stream-end.ts'
import { decode } from '../wire/codec.ts'
import { applicationLayerProtocolNegotiation } from '../wire/extensions/application-layer-protocol-negotiation.ts'
import { type Extensions, fromServer, hasExtension, refuseDuplicates } from '../wire/extensions/extension.ts'
import { signedCertificateTimestamp } from '../wire/extensions/signed-certificate-timestamp.ts'
import { handshakeTypes } from '../wire/handshake.ts'
import type { HandshakeFrame } from '../wire/record.ts'
import { extensionTypes } from '../wire/registry/extension-type.ts'
import { type ServerHello, serverHello } from '../wire/server-hello.ts'
import { WireError } from '../wire/wire-error.ts'
import { closeNotify, warningLevel } from './flight-context.ts'
import type { MessageStream } from './message-stream.ts'

export type FirstMessage =
  | { readonly hello: ServerHello; readonly frame: HandshakeFrame }
  | { readonly alert: { readonly level: number; readonly description: number } }

/**
 * The ServerHello, past warnings; a warning that nothing follows is the answer. After a HelloRetryRequest the one
 * ChangeCipherSpec of RFC 8446 appendix D.4 may stand before it.
 */
export async function readServerHello(messages: MessageStream, { isRetry = false } = {}): Promise<FirstMessage> {
  let mayChange = isRetry
  let warning: { level: number; description: number } | null = null
  try {
    for (;;) {
      const message = await messages.next()
      if (message.kind === 'alert') {
        warning = { level: message.level, description: message.description }
        if (message.level !== warningLevel || message.description === closeNotify) return { alert: warning }
      } else if (message.kind === 'handshake' && message.frame.type === handshakeTypes.serverHello) {
        const hello = decode(serverHello, message.frame.body)
        refuseDuplicates(hello.extensions)
        return { hello, frame: message.frame }
      } else if (message.kind === 'change-cipher-spec' && mayChange) {
        mayChange = false
      } else if (!(message.kind === 'handshake' && message.frame.type === handshakeTypes.helloRequest)) {
        throw new WireError('bad-value', 0, ['handshake', 'type'])
      }
    }
  } catch (error) {
    // Warnings without end, or silence after one, are no answer.
    const hungUp = error instanceof StreamEnd && (error.code === 'closed' || error.code === 'reset')
    if (hungUp && warning !== null) return { alert: warning }
    throw error
  }
}

export function alpnOf(list: Extensions): string | null {
  const name = fromServer(list, applicationLayerProtocolNegotiation)?.[0]
  return name === undefined ? null : new TextDecoder('latin1').decode(name)
}

export function sctCountOf(list: Extensions): number {
  if (!hasExtension(list, extensionTypes.signedCertificateTimestamp)) return 0
  return fromServer(list, signedCertificateTimestamp)?.length ?? 0
}
