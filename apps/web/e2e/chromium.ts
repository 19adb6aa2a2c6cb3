/** The system's Chromium where there is one, else the one that npm brought, with the libraries that a bare machine lacks. */
import { accessSync, constants } from 'node:fs'

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export async function chromiumPath(): Promise<string> {
  const system = systemPaths.find(isExecutable)
  if (system !== undefined) return system
  // The package unpacks its libraries only where it believes itself to be on the platform that it was made for.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
