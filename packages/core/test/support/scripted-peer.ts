/** A peer that follows a script over an in-memory pair of streams, and says its part in whatever pieces a test asks for. */
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { duplexPair } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { ByteStream } from '../../src/net/byte-stream.ts'

export type Step = { readonly says: string | Uint8Array } | { readonly hears: RegExp }

/** `split` cuts the peer's whole speech at that offset; `single` says it byte by byte; `cut` hangs up at the offset. */
export type Delivery = { readonly split: number } | { readonly single: true } | { readonly cut: number }

export function scriptedPeer(script: readonly Step[], delivery: Delivery): ByteStream {
  const [ours, theirs] = duplexPair()
  theirs.on('error', () => {})
  ours.on('error', () => {})
  void perform(theirs, script, delivery)
  return new ByteStream(ours as unknown as Socket)
}

/** Bytes that the peer says in all. */
export function speechLength(script: readonly Step[]): number {
  return script.reduce((sum, step) => sum + ('says' in step ? bytes(step.says).length : 0), 0)
}

async function perform(peer: Duplex, script: readonly Step[], delivery: Delivery): Promise<void> {
  let heard = ''
  let said = 0
  peer.on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1')
  })
  for (const step of script) {
    if ('hears' in step) {
      for (let turns = 0; !step.hears.test(heard); turns += 1) {
        if (turns > 1000) throw new Error(`never heard ${step.hears}, but ${JSON.stringify(heard)}`)
        await turn()
      }
      heard = ''
      continue
    }
    for (const piece of pieces(bytes(step.says), delivery, said)) {
      if (peer.destroyed) return
      peer.write(piece)
      await turn()
    }
    said += bytes(step.says).length
    if ('cut' in delivery && said >= delivery.cut) {
      peer.end()
      return
    }
  }
}

function pieces(speech: Buffer, delivery: Delivery, said: number): readonly Buffer[] {
  if ('single' in delivery) return Array.from(speech, (byte) => Buffer.of(byte))
  if ('cut' in delivery)
    return [speech.subarray(0, Math.max(0, delivery.cut - said))].filter(({ length }) => length > 0)
  const at = delivery.split - said
  return at > 0 && at < speech.length ? [speech.subarray(0, at), speech.subarray(at)] : [speech]
}

const bytes = (text: string | Uint8Array) =>
  typeof text === 'string' ? Buffer.from(text, 'latin1') : Buffer.from(text)
