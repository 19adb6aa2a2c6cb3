import { createServer } from 'node:net'

/** Whether nothing listens on the loopback port. Port 0 is always free. */
export async function isFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== null
}

/** A loopback port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const port = await listenOnce(0)
  if (port === null) throw new Error('the system has no free loopback port')
  return port
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null))
    })
  })
}
