import type { EndpointRow } from './loaders.ts'

/** What people set on an endpoint, as the audit log shows it. */
export const settings = ({ host, port, serverName, starttls, role, label, stack, activeChecks }: EndpointRow) => ({
  host,
  port,
  serverName,
  starttls,
  role,
  label,
  stack,
  activeChecks,
})
