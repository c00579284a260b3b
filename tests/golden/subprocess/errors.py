"""What subprocess tells without a process."""
import subprocess

for error in (subprocess.CalledProcessError(3, "cmd", "out"), subprocess.CalledProcessError(-9, ["a"]), subprocess.CalledProcessError(-200, "x"), subprocess.TimeoutExpired("cmd", 5)):
    print(error, error.stdout, error.cmd)
done = subprocess.CompletedProcess(["a", "b"], 1, b"o")
print(done)
try:
    done.check_returncode()
except subprocess.CalledProcessError as error:
    print(error, error.output)
for arguments in (["a b", "c"], ['a"b'], ["a\\", "b c\\"], [""], ['\\"'], ["x\ty"]):
    print(subprocess.list2cmdline(arguments))
