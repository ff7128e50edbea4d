-- Takes up to ARGV[3] tokens from the bucket KEYS[1], which gets one every ARGV[1] seconds and holds ARGV[2]. Returns
-- how many it took, after how many microseconds there will be one if it took none, and by how many microseconds
-- Redis's clock was found to have stepped back.
--
-- The bucket's value is the time at which it will be full, in seconds since 2017, which leaves room for microseconds
-- in a double. It cannot be further away than an empty bucket takes to fill, unless the clock stepped back or another
-- process has another share. If it is more than a second further, the bucket starts anew, empty.
local interval, size, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call("TIME")
local now = time[1] - 1483228800 + time[2] / 1000000
local full = math.max(now, tonumber(redis.call("GET", KEYS[1]) or now))

local stepped = full - (now + size * interval)
if stepped > 1 then
  full = now + size * interval
else
  stepped = 0
end

local tokens = size - (full - now) / interval
local taken = math.max(0, math.min(wanted, math.floor(tokens + 0.000001)))
local wait = 0
if taken == 0 then
  wait = (1 - tokens) * interval
end
full = full + taken * interval
redis.call("SET", KEYS[1], string.format("%.6f", full), "PX", math.ceil((full - now) * 1000) + 1)
return {taken, math.ceil(wait * 1000000), math.ceil(stepped * 1000000)}
