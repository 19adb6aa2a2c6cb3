import { buildClientHello } from '../hello/build-client-hello.ts'
import type { Offer } from '../hello/offer.ts'
import type { ClientSession } from '../session/index.ts'
import { clientHello } from '../wire/client-hello.ts'
import { encodeHandshake, handshakeTypes } from '../wire/handshake.ts'
import { contentTypes } from '../wire/record.ts'
import type { ActiveContext } from './check.ts'
import { type Response, response } from './response.ts'

/**
 * A second ClientHello inside a finished session, and the reaction to it; the handshake is not gone through with. `change`
 * makes the second offer differ from the first, and is asked once the first handshake is finished.
 */
export async function renegotiate(
  session: ClientSession,
  { reach, patience }: ActiveContext,
  shape: string,
  change: () => Partial<Offer>,
): Promise<Response> {
  await session.finish()
  const offer = { ...session.offer, renegotiationInfo: 'none' as const, ...change() }
  const hello = buildClientHello(offer, { random: reach.random(32), sessionId: new Uint8Array(0), keyShares: [] })
  session.channel.send(contentTypes.handshake, encodeHandshake(handshakeTypes.clientHello, clientHello, hello))
  return response(session.channel, shape, patience)
}
