/** Why a byte stream gave no more bytes. The only exception of `net`; `probe` turns it into an outcome. */
export const streamEndCodes = ['closed', 'reset', 'timed-out', 'too-much', 'cancelled'] as const
export type StreamEndCode = (typeof streamEndCodes)[number]

export class StreamEnd extends Error {
  readonly code: StreamEndCode

  constructor(code: StreamEndCode) {
    super(code)
    this.name = 'StreamEnd'
    this.code = code
  }
}
