/** The only reader of the environment. Read at run time, so one build serves every installation. */
export function apiUrl(): string {
  return process.env.SUNDOWN_API_URL ?? 'http://127.0.0.1:4000'
}

export const isDevelopment = process.env.NODE_ENV === 'development'
