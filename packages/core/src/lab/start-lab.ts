/** Starts the practice lab: real TLS servers on loopback. */
import type { Server, Socket } from 'node:net'
import { createServer } from 'node:net'
import type { ServedKey } from './servers.ts'
import { createLabServer, listen } from './servers.ts'
import type { LabTarget } from './targets.ts'
import { labTargets } from './targets.ts'

export interface LabOptions {
  /** First of consecutive ports; see `labTargets`. */
  readonly firstPort: number
  /** Folder of the lab's CA, leaves and keys; made if missing. */
  readonly dir: string
  readonly host?: string
  readonly now?: Date
}

export interface Lab {
  readonly targets: readonly LabTarget[]
  /** The lab's root certificate, PEM: the anchor that makes its servers trusted. */
  readonly caPem: string
  /** Closes every server and connection. */
  readonly stop: () => Promise<void>
}

/** A port of the lab is in use by somebody else; nothing of the lab is left running. */
export class LabPortTaken extends Error {
  readonly code = 'LAB_PORT_TAKEN'
  readonly port: number
  constructor(port: number) {
    super(`Port ${port} of the practice lab is taken. Free it, or choose another first port with SUNDOWN_LAB_PORT.`)
    this.name = 'LabPortTaken'
    this.port = port
  }
}

/** Starts every server of the lab, or none: throws `LabPortTaken`, or the system's error where `dir` is not writable. */
export async function startLab({ firstPort, dir, host = '127.0.0.1', now = new Date() }: LabOptions): Promise<Lab> {
  // Loaded on demand: whoever only lists the lab must not pay for certificate making.
  const { openLabAuthority } = await import('./authority.ts')
  const authority = await openLabAuthority(dir, now)
  const targets = labTargets(firstPort, host)
  const running: Running[] = []
  const stop = async () => void (await Promise.all(running.splice(0).map(close)))
  try {
    for (const { key, port } of targets) {
      if (key === 'silent') {
        await mustBeFree(port, host)
        continue
      }
      const server = createLabServer(key satisfies ServedKey, await authority.leaf(key))
      await listen(server, port, host)
      running.push(track(server))
    }
  } catch (error) {
    await stop()
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error)
      throw new LabPortTaken(Number(error.port))
    throw error
  }
  return { targets, caPem: authority.caPem, stop }
}

/** The silent port must stay so: somebody else's server there would be shown as ours. */
async function mustBeFree(port: number, host: string): Promise<void> {
  const server = createServer()
  await listen(server, port, host)
  await new Promise((resolve) => server.close(resolve))
}

interface Running {
  readonly server: Server
  readonly sockets: Set<Socket>
}

function track(server: Server): Running {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return { server, sockets }
}

function close({ server, sockets }: Running): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    for (const socket of sockets) socket.destroy()
  })
}
