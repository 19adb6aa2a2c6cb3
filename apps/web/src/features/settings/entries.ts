import {
  Boxes,
  Building2,
  Database,
  Globe,
  Handshake,
  KeyRound,
  LogIn,
  ScrollText,
  SlidersHorizontal,
  UserCog,
} from 'lucide-react'
import type { Permission, TenantKind } from '../../graphql/generated/graphql.ts'
import type { en } from '../../messages/en.ts'

/**
 * The pages of an organisation's settings, in the order of the menu. A new one is one line here, its name under
 * `settings.entries` in the messages, and its route under `app/(portal)/t/[tenant]/settings`.
 */
export const entries: readonly (SettingsEntry & { readonly id: EntryId })[] = [
  { id: 'general', path: '', Icon: SlidersHorizontal, needs: 'TENANT_READ' },
  { id: 'groups', path: '/groups', Icon: Boxes, needs: 'TENANT_READ' },
  { id: 'keys', path: '/keys', Icon: KeyRound, needs: 'KEY_WRITE' },
  { id: 'roles', path: '/roles', Icon: UserCog, needs: 'MEMBER_READ' },
  { id: 'partners', path: '/partners', Icon: Handshake, needs: 'MEMBER_READ' },
  { id: 'access', path: '/access', Icon: Building2, needs: 'MEMBER_READ', kind: 'PARTNER' },
  { id: 'signIn', path: '/sign-in', Icon: LogIn, needs: 'PROVIDER_WRITE' },
  { id: 'domains', path: '/domains', Icon: Globe, needs: 'TENANT_READ' },
  { id: 'audit', path: '/audit', Icon: ScrollText, needs: 'AUDIT_READ' },
  { id: 'data', path: '/data', Icon: Database, needs: 'TENANT_EXPORT' },
]

type EntryId = keyof typeof en.settings.entries

interface SettingsEntry {
  readonly id: string
  /** Behind `/settings`. */
  readonly path: string
  readonly Icon: typeof Database
  /** What the viewer must be allowed for it to be offered; the API decides. */
  readonly needs: Permission
  /** Where only one kind of organisation has it. */
  readonly kind?: TenantKind
}
