import pg from 'pg'

type Query = (...args: unknown[]) => unknown

/**
 * The texts of all statements that the product's roles run while `work` does, in their order; the queue and the live events
 * have connections of their own and are left out.
 */
export async function statementsOf<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = []
  const client = pg.Client.prototype as unknown as { query: Query }
  const { query } = client
  client.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { text?: string }]
    const { application_name: name } = (this as unknown as { connectionParameters: { application_name?: string } })
      .connectionParameters
    if (roles.has(name ?? '')) statements.push(typeof first === 'string' ? first : (first?.text ?? ''))
    return query.apply(this, args)
  }
  try {
    return { result: await work(), statements }
  } finally {
    client.query = query
  }
}

const roles = new Set(['sundown_app', 'sundown_auth', 'sundown_door'])
