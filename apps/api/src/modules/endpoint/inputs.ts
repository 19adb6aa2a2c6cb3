import { endpointRoles } from '@sundown/core/finding'
import { stacks } from '@sundown/core/remediation'
import { starttlsKinds } from '@sundown/core/target'
import { z } from 'zod'

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null)

export const endpointFields = {
  address: z.string().trim().min(1).max(2048),
  serverName: optionalText(253),
  starttls: z.enum(starttlsKinds).nullish(),
  role: z.enum(endpointRoles).nullish(),
  label: optionalText(100),
  stack: z.enum(stacks).nullish(),
  activeChecks: z.boolean().nullish(),
}

export const endpointCreateInput = z.object({ tenantId: z.string(), ...endpointFields })

export const endpointUpdateInput = z.object({
  id: z.string(),
  address: endpointFields.address.nullish(),
  serverName: z.string().trim().max(253).nullish(),
  starttls: endpointFields.starttls,
  role: endpointFields.role,
  label: z.string().trim().max(100).nullish(),
  stack: endpointFields.stack,
  activeChecks: endpointFields.activeChecks,
})
