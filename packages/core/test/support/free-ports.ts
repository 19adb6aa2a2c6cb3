import type { AddressInfo, Server } from 'node:net'
import { createServer } from 'node:net'

/** The first of `count` consecutive loopback ports that are free now. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = await bind(0)
    if (!first) continue
    const start = (first.address() as AddressInfo).port
    const rest = await Promise.all(Array.from({ length: count - 1 }, (_, index) => bind(start + 1 + index)))
    const free = start + count < 65_536 && rest.every((server) => server !== null)
    await Promise.all(
      [first, ...rest].map((server) => new Promise<void>((done) => (server ? server.close(() => done()) : done()))),
    )
    if (free) return start
  }
}

function bind(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer()
    if (port > 65_535) return resolve(null)
    server.once('error', () => resolve(null)).listen(port, '127.0.0.1', () => resolve(server))
  })
}
