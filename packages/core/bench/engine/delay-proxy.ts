/**
 * A proxy that puts a path of a given round-trip time before a server, in a process of its own: one round trip for the
 * connect and one for every exchange. Prints its ports; on `count` it says how many connections came, and starts anew.
 * Arguments: milliseconds, then the ports to stand before.
 */
import { connect, createServer, type Socket } from 'node:net'

const [roundTrip = 0, ...ports] = process.argv.slice(2).map(Number)
let connections = 0

function serve(port: number): Promise<number> {
  const server = createServer({ noDelay: true }, (client) => {
    connections += 1
    const upstream = connect({ host: '127.0.0.1', port, noDelay: true })
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy())
    // The client saw its connect at once, so its first words wait for that round trip as well.
    delayed(client, upstream, roundTrip, 2 * roundTrip)
    upstream.on('data', (chunk) => client.write(chunk))
    upstream.on('end', () => client.end())
    upstream.on('close', () => client.destroy())
    client.on('close', () => upstream.destroy())
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', 1_024, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

function delayed(from: Socket, to: Socket, milliseconds: number, first: number): void {
  const opened = performance.now()
  from.on('data', (chunk) => {
    const due = Math.max(milliseconds, first - (performance.now() - opened))
    setTimeout(() => to.write(chunk), due)
  })
}

process.send?.(await Promise.all(ports.map(serve)))
process.on('message', () => {
  process.send?.(connections)
  connections = 0
})
process.on('disconnect', () => process.exit(0))
