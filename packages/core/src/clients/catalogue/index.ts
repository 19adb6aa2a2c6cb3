/** Every client profile, in the order that lists show them. */
import type { Profile } from '../profile.ts'
import { androidClients } from './android.ts'
import { appleClients } from './apple.ts'
import { browserClients } from './browser.ts'
import { deviceClients } from './device.ts'
import { dotnetClients } from './dotnet.ts'
import { exchangeClients } from './exchange.ts'
import { javaClients } from './java.ts'
import { officeClients } from './office.ts'
import { opensslClients } from './openssl.ts'
import { toolClients } from './tool.ts'
import { windowsClients } from './windows.ts'

/** Day of this version of the list, ISO 8601. */
export const clientsVersion = '2026-11-23'

export const clients: readonly Profile[] = [
  ...windowsClients,
  ...dotnetClients,
  ...officeClients,
  ...exchangeClients,
  ...javaClients,
  ...opensslClients,
  ...androidClients,
  ...appleClients,
  ...browserClients,
  ...toolClients,
  ...deviceClients,
]
