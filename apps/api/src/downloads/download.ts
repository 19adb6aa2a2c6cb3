/** A file that is written while it is sent. */
export interface Download {
  readonly name: string
  readonly type: string
  readonly content: AsyncIterable<string | Buffer>
}
