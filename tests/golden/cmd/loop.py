"""A command interpreter, fed from a file."""
import cmd
import io
import sys

class Shell(cmd.Cmd):
    intro = "hello"
    prompt = "> "
    use_rawinput = False
    def do_add(self, arg):
        "Adds numbers."
        print(sum(map(int, arg.split())))
    def do_quit(self, arg): return True
    def do_shell(self, arg): print("shell", arg)
    def do_EOF(self, arg): return True
    def help_topic(self): print("about a topic")
    def precmd(self, line): return line.lower() if line != "EOF" else line
    def postcmd(self, stop, line): print("after", repr(line)); return stop
shell = Shell(stdin=io.StringIO("ADD 1 2\n\nhelp\nhelp add\nhelp topic\n?nope\n!ls -l\nfoo bar\nquit\nadd 3\n"), stdout=sys.stdout)
shell.cmdloop()
shell = Shell(stdin=io.StringIO(""), stdout=sys.stdout)
shell.cmdloop("intro")
print(shell.parseline("  add  x y "), shell.parseline("?x"), shell.parseline(""), shell.parseline("!x"), shell.completenames("a"), shell.complete_help("to"))
shell.columnize([f"item{n}" for n in range(12)], 40)
shell.columnize([])
shell.columnize(["one"])
try:
    shell.columnize(["a", 1, None])
except TypeError as error:
    print(error)
print(cmd.Cmd(stdout=sys.stdout).onecmd("nothing"))
