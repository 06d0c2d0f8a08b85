import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

const mebibyte = 1024 * 1024;

/**
 * Settings of the embedded server, sized to this machine. Durability is never traded: a commit that was answered is
 * on the disk, but for what says itself that it may be lost (a quote, which is asked for again). The write-ahead log
 * may grow to 4 GB between checkpoints so that an import of a large file is not slowed by them. Pages in it are not
 * compressed: this build has the slowest method alone, at a tenth of a millisecond and more for each page, and a thousand
 * scattered rows that are written after a checkpoint are two thousand pages. Of its files as many are kept for use again as
 * a busy minute or two fill: everybody who writes waits while a new one of 16 MB is filled with zeros.
 */
export function serverSettings(socketFolder: string): Readonly<Record<string, string>> {
  const memory = Math.floor(availableMemory() / mebibyte);
  return {
    listen_addresses: '',
    // The setting is a list; the quotes keep a comma in the path from splitting it.
    unix_socket_directories: `"${socketFolder}"`,
    unix_socket_permissions: '0700',
    port: '5432',
    cluster_name: 'nardeban',
    max_connections: '200',
    shared_buffers: `${Math.max(32, Math.min(8192, Math.floor(memory / 4)))}MB`,
    effective_cache_size: `${Math.max(128, Math.floor(memory / 2))}MB`,
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    min_wal_size: '512MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    fsync: 'on',
    synchronous_commit: 'on',
    dynamic_shared_memory_type: sharedMemoryIsSmall() ? 'mmap' : 'posix',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
  };
}

function availableMemory(): number {
  // A container's limit, where there is one; without one Node answers 0 or an absurdly large number.
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** Containers often give /dev/shm 64 MB, which a parallel query overflows. */
function sharedMemoryIsSmall(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const shared = statfsSync('/dev/shm');
    return shared.blocks * shared.bsize < 256 * mebibyte;
  } catch {
    return true;
  }
}
