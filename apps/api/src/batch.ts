/**
 * Collects the keys asked for in one tick and loads them together; remembers what it loaded. One per request, so that
 * nothing is seen by the next viewer.
 */
export function batched<K, V>(
  load: (keys: readonly K[]) => Promise<readonly (V | null)[]>,
  name: (key: K) => string = String,
): (key: K) => Promise<V | null> {
  const known = new Map<string, Promise<V | null>>()
  let waiting: { key: K; resolve: (value: V | null) => void; reject: (cause: unknown) => void }[] = []

  async function dispatch() {
    const batch = waiting
    waiting = []
    try {
      const values = await load(batch.map((entry) => entry.key))
      batch.forEach((entry, i) => {
        entry.resolve(values[i] ?? null)
      })
    } catch (cause) {
      for (const entry of batch) entry.reject(cause)
    }
  }

  return (key) => {
    const called = name(key)
    const found = known.get(called)
    if (found) return found
    const promise = new Promise<V | null>((resolve, reject) => {
      // After the promise jobs of this tick, because sibling resolvers ask from there.
      if (waiting.length === 0) Promise.resolve().then(() => process.nextTick(dispatch))
      waiting.push({ key, resolve, reject })
    })
    known.set(called, promise)
    return promise
  }
}
