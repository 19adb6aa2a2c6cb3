import { clouds } from '@sundown/core/deadlines'
import { z } from 'zod'

export const tenantName = z.string().trim().min(1).max(100)

export const tenantUpdateInput = z.object({
  id: z.string(),
  name: tenantName.nullish(),
  slug: z
    .string()
    .trim()
    .min(1)
    .max(63)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .nullish(),
  cloud: z.enum(clouds).nullish(),
  kind: z.enum(['CUSTOMER', 'PARTNER']).nullish(),
})

export const tenantCreateInput = z.object({ name: tenantName, kind: z.enum(['CUSTOMER', 'PARTNER']).nullish() })
