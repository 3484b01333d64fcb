#!/bin/sh
# Joins two network namespaces by a line, with an sshd at one end of it, until standard input is
# closed. Run in the host's mount namespace, in a network namespace of its own, which is the end of
# the server. The address of the server is 10.77.0.1.
#
# line.sh FOLDER PORT
set -eu
folder=$1 port=$2

# The end of the client: a namespace that lives as long as the process in it.
unshare --net sleep infinity &
client=$!
while [ "$(readlink "/proc/$client/ns/net")" = "$(readlink /proc/self/ns/net)" ]; do :; done
ip link add name line-server type veth peer name line-client netns "$client"
ip addr add 10.77.0.1/30 dev line-server
ip link set line-server up
nsenter --target "$client" --net ip addr add 10.77.0.2/30 dev line-client
nsenter --target "$client" --net ip link set line-client up

# The host's own rules, but that the server lets go of a silent client in seconds.
sed 's/ClientAliveInterval 15/ClientAliveInterval 1/; s/ClientAliveCountMax 3/ClientAliveCountMax 2/' \
  /etc/ssh/sshd_config.d/synpunkt.conf >"$folder/line_synpunkt.conf"
sed -e "s|^Include .*|Include $folder/line_synpunkt.conf|" -e 's|^ListenAddress .*|ListenAddress 10.77.0.1|' \
  "$folder/sshd_config" >"$folder/line_config"
/usr/sbin/sshd -t -f "$folder/line_config"
/usr/sbin/sshd -D -f "$folder/line_config" -E "$folder/line.log" &
server=$!
until ss -Hltn "sport = :$port" | grep -q .; do kill -0 "$server"; done
echo "$client"
cat >/dev/null
kill "$server" "$client"
