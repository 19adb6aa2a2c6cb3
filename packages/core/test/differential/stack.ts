import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cipherSuiteName } from '../../src/wire/registry/cipher-suite.ts'
import { make, makeCa } from '../support/certificates.ts'
import { freePorts } from '../support/free-ports.ts'
import type { Configuration } from './configuration.ts'
import { suiteId } from './configuration.ts'
import type { Daemon } from './daemon.ts'
import { findProgram, stopDaemons } from './daemon.ts'

/** One TLS stack: how to serve a list of configurations, each on its port. */
export interface Stack {
  readonly name: string
  /** Programs that must be there. */
  readonly needs: readonly string[]
  /** Files that must be there, such as a module in a package of its own. */
  readonly files?: readonly string[]
  /** Needs the rights of the superuser to start. */
  readonly root?: boolean
  readonly configurations: readonly Configuration[]
  readonly start: (served: readonly Served[], place: Place) => Promise<readonly Daemon[]>
}

export interface Served extends Configuration {
  readonly port: number
}

/** A folder of the stack's own with certificates of one CA for `server.example` and 127.0.0.1. */
export interface Place {
  readonly dir: string
  readonly ca: string
  readonly rsa: { readonly cert: string; readonly key: string; readonly both: string }
  readonly ec: { readonly cert: string; readonly key: string; readonly both: string }
  readonly dh: string
  /** Makes a folder that a server may write to after dropping its rights, and returns its path. */
  readonly folder: (name: string) => Promise<string>
  /** Writes a file of the folder and returns its path. */
  readonly file: (name: string, text: string) => Promise<string>
}

export interface Started {
  readonly place: Place
  readonly served: ReadonlyMap<string, Served>
  /** Ends the servers and removes their folder. */
  readonly stop: () => Promise<void>
}

/** Starts every configuration on a port of its own; tried again where a neighbour took a port meanwhile. */
export async function startStack(stack: Stack): Promise<Started> {
  for (let attempt = 1; ; attempt += 1) {
    const place = await makePlace()
    const remove = () => rm(place.dir, { recursive: true, force: true })
    const first = await freePorts(stack.configurations.length)
    const all = stack.configurations.map((each, index) => ({ ...each, port: first + index }))
    try {
      const daemons = await stack.start(all, place)
      const stop = async () => {
        await Promise.all(daemons.map((daemon) => daemon.stop()))
        await stopDaemons()
        await remove()
      }
      return { place, served: new Map(all.map((each) => [each.name, each])), stop }
    } catch (error) {
      await stopDaemons()
      await remove()
      if (attempt === 3) throw error
    }
  }
}

/** Null where everything is there, else what is missing. */
export function missing({ needs, files = [], root }: Stack): string | null {
  const lacking = [...needs.filter((name) => findProgram(name) === null), ...files.filter((path) => !existsSync(path))]
  if (lacking.length > 0) return `${lacking.join(', ')} not installed`
  return root && process.getuid?.() !== 0 ? 'needs to be started by root' : null
}

export async function makePlace(): Promise<Place> {
  const dir = await mkdtemp(join(tmpdir(), 'stack-'))
  // Servers that drop their rights read their keys afterwards.
  await chmod(dir, 0o755)
  const file = async (name: string, text: string) => {
    const path = join(dir, name)
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, text, { mode: 0o644 })
    return path
  }
  const folder = async (name: string) => {
    const path = join(dir, name)
    await mkdir(path, { recursive: true })
    await chmod(path, 0o777)
    return path
  }
  const ca = await makeCa({ subject: 'CN=Differential CA', key: 'rsa' })
  const pair = async (key: 'rsa' | 'ec') => {
    const made = await make({
      subject: 'CN=server.example',
      by: ca,
      dns: ['server.example', 'localhost'],
      ip: ['127.0.0.1'],
      key,
      ca: false,
    })
    return {
      cert: await file(`${key}.pem`, made.pem),
      key: await file(`${key}.key`, made.keyPem),
      both: await file(`${key}.both.pem`, made.pem + made.keyPem),
    }
  }
  const dh = findProgram('openssl')
    ? execFileSync('openssl', ['genpkey', '-genparam', '-algorithm', 'DH', '-pkeyopt', 'group:ffdhe2048'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      }).toString()
    : ''
  return {
    dir,
    ca: await file('ca.pem', ca.pem),
    rsa: await pair('rsa'),
    ec: await pair('ec'),
    dh: await file('dh.pem', dh),
    file,
    folder,
  }
}

/** OpenSSL's own list of names, with the security level that lets everything through. */
export function opensslList(names: readonly string[]): string {
  return `${names.map(opensslName).join(':')}:@SECLEVEL=0`
}

export function opensslName(ianaName: string): string {
  opensslNames ??= readOpensslNames()
  const name = opensslNames.get(suiteId(ianaName))
  if (name === undefined) throw new Error(`OpenSSL here does not know ${ianaName}`)
  return name
}

function readOpensslNames(): ReadonlyMap<number, string> {
  const text = execFileSync('openssl', ['ciphers', '-V', 'ALL:COMPLEMENTOFALL:@SECLEVEL=0']).toString()
  return new Map(
    [...text.matchAll(/0x(..),0x(..) - (\S+)/g)].map(([, high, low, name]) => [
      Number.parseInt(`${high}${low}`, 16),
      name ?? '',
    ]),
  )
}
/** IANA names of what a cipher string of TLS 1.2 and earlier stands for, in OpenSSL's order. */
export function opensslSuites(cipherString: string): readonly string[] {
  const text = execFileSync('openssl', ['ciphers', '-s', '-V', '-tls1_2', cipherString]).toString()
  return [...text.matchAll(/0x(..),0x(..) - /g)]
    .map(([, high, low]) => cipherSuiteName(Number.parseInt(`${high}${low}`, 16)))
    .filter((name) => name.includes('_WITH_'))
}

let opensslNames: ReadonlyMap<number, string> | undefined

/** OpenSSL's own names of versions, as `-min_protocol` and most servers take them. */
export const opensslVersion = {
  SSLv2: 'SSLv2',
  SSLv3: 'SSLv3',
  'TLSv1.0': 'TLSv1',
  'TLSv1.1': 'TLSv1.1',
  'TLSv1.2': 'TLSv1.2',
  'TLSv1.3': 'TLSv1.3',
} as const

/** An OpenSSL configuration without Debian's lower limits, for servers that read one. */
export async function permissiveOpenssl(place: Place): Promise<Record<string, string>> {
  const path = await place.file(
    'openssl.cnf',
    'openssl_conf = init\n[init]\nssl_conf = ssl\n[ssl]\nsystem_default = all\n[all]\nMinProtocol = None\nCipherString = ALL:COMPLEMENTOFALL@SECLEVEL=0\n',
  )
  return { OPENSSL_CONF: path }
}

/** Runs a preparing command to its end; throws with its words where it fails. */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; uid?: number; gid?: number } = {},
): void {
  execFileSync(command, args, { stdio: 'pipe', ...options, env: { ...process.env, ...options.env } })
}
