import { spawnSync } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { DatabaseError } from '../database-error.ts'

/** Who PostgreSQL runs as: it refuses root. Empty where this process is an ordinary user already. */
export type ServerUser = { readonly uid: number; readonly gid: number } | Record<string, never>

const name = 'postgres'

/**
 * The user to run the server as. For root that is the owner of an existing cluster, else the system's `postgres` user,
 * which is created where it is missing.
 */
export async function chooseServerUser(cluster: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {}
  const owner = await stat(cluster).catch(() => null)
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return lookUp() ?? create()
}

/** Whether the user can start the program: it is there, reachable and finds its libraries. */
export function canRun(program: string, user: ServerUser): boolean {
  return spawnSync(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}

/** Whether the user can reach and write the folder. */
export function canWrite(folder: string, user: ServerUser): boolean {
  const test = spawnSync('test', ['-w', folder, '-a', '-x', folder], { ...user, cwd: '/', stdio: 'ignore' })
  return test.status === 0
}

function lookUp(): ServerUser | null {
  const number = (flag: string) => {
    const id = spawnSync('id', [flag, name], { encoding: 'utf8' })
    return id.status === 0 ? Number.parseInt(id.stdout, 10) : null
  }
  const uid = number('-u')
  const gid = number('-g')
  return uid === null || gid === null ? null : { uid, gid }
}

function create(): ServerUser {
  // A root shell that came by `su` has no sbin folder on its path.
  const options = { stdio: 'ignore', env: { PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` } } as const
  spawnSync('groupadd', ['--system', name], options)
  spawnSync(
    'useradd',
    ['--system', '--gid', name, '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', name],
    options,
  )
  const user = lookUp()
  if (user !== null) return user
  throw new DatabaseError(
    'server-user-missing',
    'PostgreSQL does not run as root, and no system user "postgres" could be created. Start as an ordinary user, or create one: useradd --system postgres',
  )
}
