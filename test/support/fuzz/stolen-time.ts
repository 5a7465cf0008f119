/** Time in which the machine, busy with other work, gave this process no CPU. */

const every = 20;

export class StolenTime {
  private stolen = 0;
  private readonly timer: NodeJS.Timeout;

  constructor() {
    let at = performance.now();
    let used = process.cpuUsage();
    this.timer = setInterval(() => {
      const { user, system } = process.cpuUsage(used);
      const late = performance.now() - at - every;
      // Delays by the process's own work show up as CPU time, and don't count.
      this.stolen += Math.max(0, late - (user + system) / 1000);
      at = performance.now();
      used = process.cpuUsage();
    }, every);
  }

  /** Milliseconds since the start. */
  get total(): number {
    return this.stolen;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
