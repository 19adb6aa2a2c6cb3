import { connect, type Socket } from 'node:net'

export interface Load {
  /** Whole request as it goes over the wire, sent again and again. */
  readonly request: string
  readonly host: string
  readonly port: number
  readonly requests: number
  readonly inFlight: number
}

/** Milliseconds that each answer took, in the order of arrival. Throws where one is not 200 or holds errors. */
export async function load({ request, host, port, requests, inFlight }: Load): Promise<number[]> {
  const times: number[] = []
  let left = requests
  const bytes = Buffer.from(request)
  await Promise.all(
    Array.from({ length: Math.min(inFlight, requests) }, async () => {
      const socket = connect({ host, port, noDelay: true })
      try {
        while (left-- > 0) {
          const start = performance.now()
          await exchange(socket, bytes)
          times.push(performance.now() - start)
        }
      } finally {
        socket.destroy()
      }
    }),
  )
  return times
}

/** A plain HTTP/1.1 exchange by content-length: the client shares the cores with the server, so it does no more than that. */
function exchange(socket: Socket, request: Buffer): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let parts: Buffer[] = []
  let got = 0
  let whole = Number.POSITIVE_INFINITY
  const read = (chunk: Buffer) => {
    parts.push(chunk)
    got += chunk.length
    if (whole === Number.POSITIVE_INFINITY) {
      parts = [Buffer.concat(parts)]
      const head = parts[0]?.indexOf('\r\n\r\n') ?? -1
      if (head < 0) return
      const text = parts[0]?.subarray(0, head).toString('latin1') ?? ''
      const length = /^content-length: (\d+)/im.exec(text)?.[1]
      if (!text.startsWith('HTTP/1.1 200') || length === undefined) return end(new Error(text))
      whole = head + 4 + Number(length)
    }
    if (got < whole) return
    const body = Buffer.concat(parts)
    end(body.includes('"errors"') ? new Error(body.toString()) : null)
  }
  const end = (error: Error | null) => {
    socket.off('data', read).off('error', end)
    if (error) reject(error)
    else resolve()
  }
  socket.on('data', read).on('error', end)
  socket.write(request)
  return promise
}
