export { canWrite } from './can-write.ts'
export { kinds } from './kinds.ts'
export { useSettingsTenant } from './use-settings-tenant.ts'
