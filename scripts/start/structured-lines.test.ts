import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'

import { structuredLines } from './structured-lines.ts'

const at = new Date('2026-11-23T21:00:00Z')
const written = async (...chunks: readonly (string | Buffer)[]) => {
  const out = await text(
    Readable.from(chunks.map((chunk) => Buffer.from(chunk))).pipe(structuredLines('portal', 'info', () => at)),
  )
  return out.split('\n').filter(Boolean)
}
const wrapped = (msg: string) => JSON.stringify({ level: 'info', time: at.toISOString(), process: 'portal', msg })

describe('structuredLines', () => {
  it('wraps plain words and takes their colours away', async () => {
    expect(await written('\u001b[32m✓\u001b[39m Ready in 204ms\n\n')).toEqual([wrapped('✓ Ready in 204ms')])
  })

  it('passes JSON on as it is', async () => {
    expect(await written('{"level":"warn","msg":"slow"}\n')).toEqual(['{"level":"warn","msg":"slow"}'])
  })

  it('wraps what only looks like JSON', async () => {
    expect(await written('{ not json\n')).toEqual([wrapped('{ not json')])
  })

  it('joins lines and letters that arrive in pieces, and keeps a last line without an end', async () => {
    const bytes = Buffer.from('først\nsidst')
    expect(await written(...[...bytes].map((byte) => Buffer.from([byte])))).toEqual([
      wrapped('først'),
      wrapped('sidst'),
    ])
  })

  it('cuts a line that never ends', async () => {
    const lines = await written('x'.repeat(300_000), 'y\n')
    expect(lines).toHaveLength(2)
  })
})
