'use client'

import { useQuery } from '@tanstack/react-query'
import { SettingsTenantDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'

/** The tenant whose settings are open, with what the viewer may do there. */
export const useSettingsTenant = (slug: string) => useQuery(documentQuery(SettingsTenantDocument, { slug }))
