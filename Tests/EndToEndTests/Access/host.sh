#!/bin/sh
# Makes a host with Synpunkt installed in the mount namespace it runs in, and serves ssh on loopback
# until standard input is closed. Nothing outside the namespace is changed.
#
# host.sh FOLDER BINARY PACKAGING PORT LOGIN...
set -eu
folder=$1 binary=$2 packaging=$3 port=$4
shift 4

mount --make-rprivate /
layer=/mnt
mount -t tmpfs -o mode=755 synpunkt-test "$layer"
for place in usr/bin usr/sbin etc var home; do
  mkdir -p "$layer/$place/upper" "$layer/$place/work"
  mount -t overlay -o \
    "lowerdir=/$place,upperdir=$layer/$place/upper,workdir=$layer/$place/work" overlay "/$place"
done
mount -t tmpfs -o mode=755 synpunkt-test /run
mkdir -m 755 /run/sshd

install -m 755 "$binary" /usr/bin/synpunkt
install -m 755 "$packaging/sbin/synpunkt-admin" /usr/sbin/synpunkt-admin
groupadd synpunkt-users
useradd --system --user-group --home-dir /var/lib/synpunkt --no-create-home --shell /bin/sh synpunkt
install -d -o synpunkt -g synpunkt -m 700 /var/lib/synpunkt
install -m 440 "$packaging/sudoers/synpunkt" /etc/sudoers.d/synpunkt
install -m 644 "$packaging/sshd/synpunkt.conf" /etc/ssh/sshd_config.d/synpunkt.conf
visudo -c >&2
for login; do
  useradd --create-home --home-dir "/home/$login" --groups synpunkt-users --shell /bin/bash "$login"
  install -d -o "$login" -m 700 "/home/$login/.ssh"
  install -o "$login" -m 600 "$folder/$login.pub" "/home/$login/.ssh/authorized_keys"
done

# As Debian's own file, with the port, the key and no passwords.
cat >"$folder/sshd_config" <<END
Include /etc/ssh/sshd_config.d/synpunkt.conf
Port $port
ListenAddress 127.0.0.1
HostKey $folder/host
PasswordAuthentication yes
KbdInteractiveAuthentication no
UsePAM yes
X11Forwarding yes
PrintMotd no
AcceptEnv LANG LC_*
Subsystem sftp /usr/lib/openssh/sftp-server
END
/usr/sbin/sshd -t -f "$folder/sshd_config"
/usr/sbin/sshd -D -f "$folder/sshd_config" -E "$folder/sshd.log" &
server=$!
echo ready
cat >/dev/null
kill "$server"
